package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.capacity.CapacityReport.ProjectUse;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** What each project uses, was promised, and may be promised at most. */
final class ProjectsPanel extends Composite<Panel> {

    private static final int NAME = 80;

    private final List<ProjectUse> projects;

    ProjectsPanel(List<ProjectUse> projects) {
        this.projects = projects;
    }

    @Override
    protected Panel initContent() {
        if (projects.isEmpty()) {
            return new Panel(
                    text("room.projects"),
                    new EmptyState(Icon.INSTANCES, text("empty.none-yet"), text("empty.none-yet.why")));
        }
        SmallTable table = new SmallTable(
                        text("room.project"),
                        text("instances"),
                        text("resource.cpu"),
                        text("resource.memory"),
                        text("measure.disk"))
                .numbersIn(1, 2, 3, 4)
                .rows(projects, ProjectsPanel::row);
        table.addClassName("room-projects");
        return new Panel(text("room.projects"), table).remark(text("room.projects.columns"));
    }

    private static void row(SmallTable table, ProjectUse use) {
        table.row(
                SmallTable.words(cut(use.project().name(), NAME)),
                SmallTable.number(String.valueOf(use.instances())),
                cell(
                        Amount::cpus,
                        use.used().cpus(),
                        use.promised().of(Measure.CPUS) / 1000.0,
                        thousandths(use.quota().limits().get(Measure.CPUS)),
                        use.withoutCpuLimit()),
                cell(
                        Amount::bytes,
                        use.used().memory(),
                        use.promised().of(Measure.MEMORY),
                        number(use.quota().limits().get(Measure.MEMORY)),
                        use.withoutMemoryLimit()),
                cell(
                        Amount::bytes,
                        use.used().disk(),
                        use.promised().of(Measure.DISK),
                        number(use.quota().limits().get(Measure.DISK)),
                        0));
    }

    private static Component cell(
            DoubleFunction<String> words, double used, double promised, @Nullable Double quota, int open) {
        Span figures = SmallTable.number(words.apply(used) + " / " + words.apply(promised));
        Div cell = new Div(figures);
        cell.addClassName("room-cell");
        if (quota != null) {
            cell.add(below(text("room.quota", words.apply(quota))));
        }
        if (open > 0) {
            cell.add(below(text("room.open", open)));
        }
        return cell;
    }

    private static Span below(String words) {
        Span below = new Span(words);
        below.addClassName("muted");
        return below;
    }

    private static @Nullable Double thousandths(@Nullable Long amount) {
        return amount == null ? null : Double.valueOf(amount / 1000.0);
    }

    private static @Nullable Double number(@Nullable Long amount) {
        return amount == null ? null : Double.valueOf(amount);
    }
}
