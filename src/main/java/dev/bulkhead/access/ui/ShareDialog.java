package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.Project;
import dev.bulkhead.access.Share;
import dev.bulkhead.access.SharingService;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.ui.Notifications;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sets which projects have a pool, a network or an image. Those that the reader does not manage stay as they are. */
final class ShareDialog extends FormDialog {

    private static final int LONGEST_NAME = 80;

    private final SharingService sharing;
    private final AssetId asset;
    private final String name;
    private final Set<UUID> before;
    private final Picker<UUID> projects;

    ShareDialog(SharingService sharing, AssetId asset, String name, List<Project> managed, Collection<Project> having) {
        super(text("asset.give.heading", cut(name, LONGEST_NAME)), text("asset.give"));
        this.sharing = sharing;
        this.asset = asset;
        this.name = cut(name, LONGEST_NAME);
        this.before = having.stream().filter(managed::contains).map(Project::id).collect(Collectors.toSet());
        projects = new Picker<>(
                text("asset.give.projects"),
                managed.stream()
                        .map(project -> new Choice<>(project.id(), project.name()))
                        .toList());
        projects.setHelperText(text("asset.give.help"));
        projects.choose(before);
        projects.focus();
        ask(projects);
    }

    @Override
    protected boolean submit() {
        Set<UUID> chosen = projects.chosen();
        sharing.change(shares(chosen, before), shares(before, chosen));
        Notifications.done(text("asset.give.done", name));
        return true;
    }

    private List<Share> shares(Set<UUID> projects, Set<UUID> without) {
        return projects.stream()
                .filter(Predicate.not(without::contains))
                .map(project -> new Share(project, asset))
                .toList();
    }
}
