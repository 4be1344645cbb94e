package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.Registration;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import dev.bulkhead.console.ConsoleService;
import org.springframework.stereotype.Component;

@Component
class ConsolesEntry implements NavigationEntry {

    private final ConsoleService consoles;
    private final AccessService access;

    ConsolesEntry(ConsoleService consoles, AccessService access) {
        this.consoles = consoles;
        this.access = access;
    }

    @Override
    public int position() {
        return 6;
    }

    @Override
    public String label() {
        return text("consoles");
    }

    @Override
    public Icon icon() {
        return Icon.CONSOLE;
    }

    @Override
    public Class<ConsolesView> view() {
        return ConsolesView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.CONSOLE_VIEW);
    }

    @Override
    public String count() {
        int open = consoles.list().size();
        return open == 0 ? "" : String.valueOf(open);
    }

    @Override
    public Registration onChange(Runnable listener) {
        return consoles.onChange(listener);
    }
}
