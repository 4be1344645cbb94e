package dev.bulkhead.asset.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;

/** The way to one of the pages. Whoever sees instances may come: they see what their projects were given. */
record AssetEntry(int position, String key, Icon icon, Class<? extends Component> view, AccessService access)
        implements NavigationEntry {

    @Override
    public String label() {
        return text(key);
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.HOST_VIEW) || access.allows(Permission.INSTANCE_VIEW);
    }
}
