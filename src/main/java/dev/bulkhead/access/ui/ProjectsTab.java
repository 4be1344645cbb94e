package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Grant;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.ProjectService;
import dev.bulkhead.access.QuotaService;
import dev.bulkhead.access.Scope.InProject;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.NamedGrid.RowAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What instances belong together. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ProjectsTab extends AccessTab<ProjectsTab.Row> {

    private static final int NAMED = 20;

    private final ProjectService projects;
    private final QuotaService quotas;
    private final GrantService grants;
    private final Directory directory;
    private final AccessService access;

    /** A project with what is in it and what it was given, by name, how many grants there are for it, and how much of its quota is held. */
    record Row(Project project, Set<InstanceId> instances, String names, String assets, long grants, Amounts held) {}

    ProjectsTab(
            ProjectService projects,
            QuotaService quotas,
            GrantService grants,
            Directory directory,
            AccessService access) {
        super("projects", access);
        this.projects = projects;
        this.quotas = quotas;
        this.grants = grants;
        this.directory = directory;
        this.access = access;
        grid.name(
                        text("projects.name"),
                        row -> row.project().name(),
                        row -> text("instances.count", row.instances().size()),
                        null)
                .words(
                        text("projects.count"),
                        "120px",
                        0,
                        row -> text("instances.count", row.instances().size()))
                .words(text("projects.instances"), "220px", 3, Row::names)
                .words(text("projects.assets"), "140px", 2, Row::assets)
                .roomy(text("projects.quota"), "220px", 2, quota())
                .tall()
                .words(text("people.grants"), "110px", 1, row -> text("access.grants.count", row.grants()))
                .menu(row -> row.project().name(), this::offered);
        if (managesAll()) {
            offer(
                    text("projects.add"),
                    () -> new ProjectDialog(projects, quotas, directory.instances(), null, Set.of(), true).open());
        }
    }

    @Override
    protected List<Row> load() {
        List<Choice<InstanceId>> instances = directory.instances();
        Map<UUID, Set<InstanceId>> contents =
                projects.contents(instances.stream().map(Choice::value).toList());
        Map<dev.bulkhead.access.Scope, Long> given =
                grants.list().stream().collect(Collectors.groupingBy(Grant::scope, Collectors.counting()));
        return projects.list().stream()
                .map(project -> {
                    Set<InstanceId> inside = contents.getOrDefault(project.id(), Set.of());
                    return new Row(
                            project,
                            inside,
                            instances.stream()
                                    .filter(choice -> inside.contains(choice.value()))
                                    .limit(NAMED)
                                    .map(Choice::label)
                                    .collect(Collectors.joining(", ")),
                            projects.assets(project.id()).stream()
                                    .limit(NAMED)
                                    .map(AssetId::name)
                                    .collect(Collectors.joining(", ")),
                            given.getOrDefault(new InProject(project.id()), 0L),
                            quotas.held(project.id()).orElse(Amounts.NOTHING));
                })
                .toList();
    }

    /** How full it is by what it is fullest of, and all of it in words. */
    private static LitRenderer<Row> quota() {
        return LitRenderer.<Row>of("""
                        <div class="quota-cell" title="${item.words}">${item.limited ? html`<div class="${item.full}"><div \
                        class="used" style="--share:${item.share}"></div></div>` : ''}<span>${item.words}</span></div>""")
                .withProperty("words", row -> QuotaWords.held(row.project().quota(), row.held()))
                .withProperty("limited", row -> !row.project().quota().limits().isEmpty())
                .withProperty("full", row -> share(row) > Meter.FULL ? "bar full" : "bar")
                .withProperty("share", row -> Math.min(100, share(row) * 100));
    }

    private static double share(Row row) {
        return QuotaWords.share(row.project().quota(), row.held());
    }

    @Override
    protected String searchable(Row row) {
        return row.project().name() + " " + row.names();
    }

    private List<RowAction> offered(Row row) {
        List<RowAction> offered = new ArrayList<>();
        // What is in no other project is in the default one: there is nothing to take out of it.
        boolean isDefault = row.project().id().equals(Project.DEFAULT);
        if (!isDefault
                && access.allows(
                        Permission.ACCESS_MANAGE, new InProject(row.project().id()))) {
            offered.add(new RowAction(text("projects.change"), false, () -> change(row)));
        }
        if (!isDefault && managesAll()) {
            offered.add(new RowAction(text("delete.menu"), true, () -> delete(row)));
        }
        return offered;
    }

    private void change(Row row) {
        new ProjectDialog(projects, quotas, directory.instances(), row.project(), row.instances(), managesAll()).open();
    }

    private void delete(Row row) {
        new DeleteDialog(
                        text("projects.delete.heading", row.project().name()),
                        text("projects.delete.why", row.instances().size(), row.grants()),
                        () -> projects.delete(row.project().id()))
                .open();
    }

    private boolean managesAll() {
        return access.allows(Permission.ACCESS_MANAGE, dev.bulkhead.access.Scope.INSTALLATION);
    }
}
