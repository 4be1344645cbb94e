package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.FactList;
import dev.bulkhead.common.ui.WindowWidth;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditQuery;
import dev.bulkhead.operation.audit.AuditRow;
import dev.bulkhead.operation.audit.AuditService;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the record, the newest first, read a page at a time; all that is known of one below it, on demand. */
final class AuditGrid extends Grid<AuditRow> {

    private static final String TARGET_LINK =
            "${item.path ? html`<a class=\"task-name\" href=\"${item.path}\" router-link>${item.name}</a>` : item.name}";

    private static final String WHO = "who";
    private static final String TARGET = "target";
    private static final String DETAIL = "detail";
    private static final int NARROW = 800;
    private static final int MEDIUM = 1100;

    private final AuditService audit;
    private AuditQuery query = AuditQuery.ALL;
    private int size;

    AuditGrid(AuditService audit) {
        this.audit = audit;
        addClassName("hugging");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addColumns();
        WindowWidth.follow(this, this::fit);
        setItemDetailsRenderer(new ComponentRenderer<>(AuditGrid::facts));
        setDataProvider(new Rowwise());
    }

    private void addColumns() {
        addColumn(LitRenderer.<AuditRow>of(
                                "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                        .withProperty("at", row -> row.entry().at().toString()))
                .setHeader(text("audit.column.when"))
                .setWidth("130px")
                .setFlexGrow(0);
        addColumn(row -> cut(AuditWords.who(row.entry().origin()), 40))
                .setKey(WHO)
                .setHeader(text("audit.column.who"))
                .setWidth("130px")
                .setFlexGrow(1);
        addColumn(LitRenderer.<AuditRow>of("<div class=\"name-cell\"><div class=\"words\"><span>${item.what}</span>"
                                + "<span class=\"below\">${item.below}</span></div></div>")
                        .withProperty("what", row -> AuditWords.verb(row.entry().verb()))
                        .withProperty("below", AuditGrid::below))
                .setHeader(text("audit.column.what"))
                .setWidth("150px")
                .setFlexGrow(1);
        addColumn(LitRenderer.<AuditRow>of(TARGET_LINK)
                        .withProperty("path", AuditGrid::path)
                        .withProperty("name", row -> cut(row.entry().target().name(), 80)))
                .setKey(TARGET)
                .setHeader(text("audit.column.target"))
                .setWidth("160px")
                .setFlexGrow(2);
        addColumn(LitRenderer.<AuditRow>of("<span class=\"state ${item.tone}\">${item.outcome}</span>")
                        .withProperty(
                                "tone",
                                row -> AuditWords.tone(row.entry().outcome()).className())
                        .withProperty(
                                "outcome", row -> AuditWords.outcome(row.entry().outcome())))
                .setHeader(text("audit.column.outcome"))
                .setWidth("120px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<AuditRow>of("<span class=\"muted\">${item.detail}</span>")
                        .withProperty(
                                "detail",
                                row -> cut(
                                        Objects.requireNonNullElse(row.entry().detail(), ""), 200)))
                .setKey(DETAIL)
                .setHeader(text("audit.column.detail"))
                .setWidth("200px")
                .setFlexGrow(3);
    }

    /** A phone shows when, what and how it went, and by whom and to what below that; the rest when the row is opened. */
    private void fit(int width) {
        getElement().getClassList().set("narrow", width < NARROW);
        getColumnByKey(WHO).setVisible(width >= NARROW);
        getColumnByKey(TARGET).setVisible(width >= NARROW);
        getColumnByKey(DETAIL).setVisible(width >= MEDIUM);
    }

    /** Who, and to what. */
    private static String below(AuditRow row) {
        return Stream.of(
                        AuditWords.who(row.entry().origin()),
                        row.entry().target().name())
                .filter(word -> !word.isEmpty())
                .map(word -> cut(word, 60))
                .collect(Collectors.joining(" · "));
    }

    /** Of an instance's page; "" where the target is none. */
    private static String path(AuditRow row) {
        return InstanceId.parse(row.entry().target().id())
                .map(id -> "instances/" + id)
                .orElse("");
    }

    private static FactList facts(AuditRow row) {
        AuditEntry entry = row.entry();
        FactList facts = new FactList()
                .fact(text("audit.fact.seq"), String.valueOf(row.seq()))
                .fact(text("audit.fact.at"), entry.at().toString())
                .fact(text("audit.column.who"), AuditWords.who(entry.origin()))
                .fact(text("audit.fact.proof"), AuditWords.proof(entry.origin().proof()))
                .code(text("audit.fact.sign-in"), entry.origin().signIn())
                .code(text("audit.fact.address"), entry.origin().address())
                .fact(text("audit.column.target"), entry.target().name())
                .code(text("audit.fact.target"), entry.target().id())
                .code(
                        text("audit.fact.operation"),
                        entry.operation() == null ? "" : entry.operation().toString())
                .fact(text("audit.fact.detail"), entry.detail())
                .code(text("audit.fact.mac"), row.mac());
        facts.addClassName("audit-facts");
        return facts;
    }

    void show(AuditQuery wanted) {
        query = wanted;
        reload();
    }

    /** What has been put on record meanwhile comes in at the top. */
    void reload() {
        size = audit.count(query);
        // Some more for the facts below a row that was opened.
        getStyle().set("--rows", String.valueOf(size + 8));
        getDataProvider().refreshAll();
    }

    int size() {
        return size;
    }

    private final class Rowwise extends AbstractBackEndDataProvider<AuditRow, Void> {

        private static final long serialVersionUID = 1L;

        @Override
        public Object getId(AuditRow row) {
            return row.seq();
        }

        @Override
        protected Stream<AuditRow> fetchFromBackEnd(Query<AuditRow, Void> page) {
            return audit.list(query, page.getOffset(), page.getLimit()).stream();
        }

        @Override
        protected int sizeInBackEnd(Query<AuditRow, Void> page) {
            return size;
        }
    }
}
