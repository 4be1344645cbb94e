package dev.bulkhead.operation.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.Registration;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import dev.bulkhead.operation.OperationService;
import org.springframework.stereotype.Component;

@Component
class TasksEntry implements NavigationEntry {

    private final OperationService operations;
    private final AccessService access;

    TasksEntry(OperationService operations, AccessService access) {
        this.operations = operations;
        this.access = access;
    }

    @Override
    public int position() {
        return 7;
    }

    @Override
    public String label() {
        return text("tasks");
    }

    @Override
    public Icon icon() {
        return Icon.TASKS;
    }

    @Override
    public Class<TasksView> view() {
        return TasksView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.OPERATION_VIEW);
    }

    @Override
    public String count() {
        int active = operations.active();
        return active == 0 ? "" : String.valueOf(active);
    }

    @Override
    public Registration onChange(Runnable listener) {
        return operations.onChange(listener);
    }
}
