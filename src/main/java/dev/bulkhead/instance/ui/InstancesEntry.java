package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.Registration;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.NavigationEntry;
import dev.bulkhead.instance.InstanceService;
import org.springframework.stereotype.Component;

@Component
class InstancesEntry implements NavigationEntry {

    private final InstanceService instances;
    private final AccessService access;

    InstancesEntry(InstanceService instances, AccessService access) {
        this.instances = instances;
        this.access = access;
    }

    @Override
    public int position() {
        return 1;
    }

    @Override
    public String label() {
        return text("instances");
    }

    @Override
    public Icon icon() {
        return Icon.INSTANCES;
    }

    @Override
    public Class<InstancesView> view() {
        return InstancesView.class;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.INSTANCE_VIEW);
    }

    @Override
    public String count() {
        return String.valueOf(instances.summary().total());
    }

    @Override
    public Registration onChange(Runnable listener) {
        return instances.onChange(listener);
    }
}
