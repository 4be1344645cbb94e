package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.Grant;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.common.ui.NamedGrid;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who was given what, where, by whom. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class GrantsTab extends AccessTab<GrantsTab.Row> {

    private final GrantService grants;
    private final EffectiveAccessService effective;
    private final Directory directory;

    /** A grant in words. */
    record Row(Grant grant, String who, String role, String where) {}

    GrantsTab(GrantService grants, EffectiveAccessService effective, Directory directory, AccessService access) {
        super("grants", access);
        this.grants = grants;
        this.effective = effective;
        this.directory = directory;
        grid.name(text("grants.who"), Row::who, row -> row.role() + " · " + row.where(), null)
                .words(text("grants.role"), "130px", 1, Row::role)
                .words(text("grants.where"), "160px", 2, Row::where)
                .words(text("grants.by"), "110px", 1, row -> row.grant().givenBy())
                .roomy(
                        text("grants.when"),
                        "140px",
                        0,
                        LitRenderer.<Row>of(
                                        "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                                .withProperty("at", row -> row.grant().givenAt().toString()))
                .menu(
                        Row::who,
                        row -> List.of(new NamedGrid.RowAction(text("grants.take.menu"), true, () -> take(row))));
        offer(text("grants.give"), () -> new GiveDialog(grants, effective, directory, Set.of()).open());
    }

    @Override
    protected List<Row> load() {
        Names names = directory.names();
        return grants.list().stream()
                .map(grant -> new Row(
                        grant,
                        names.subject(grant.subject()),
                        AccessWords.role(grant.role()),
                        names.scope(grant.scope())))
                .toList();
    }

    @Override
    protected String searchable(Row row) {
        return String.join(" ", row.who(), row.role(), row.where(), row.grant().givenBy());
    }

    private void take(Row row) {
        new TakeDialog(grants, effective, directory.names(), row.grant()).open();
    }
}
