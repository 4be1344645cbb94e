package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.capacity.Leftover;
import dev.bulkhead.capacity.Leftover.Kind;
import dev.bulkhead.capacity.LeftoverService;
import dev.bulkhead.capacity.Leftovers;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.host.Asked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Storage that could be had back, with its size and the way to it. */
final class LeftoverTab extends Div {

    static final String KEY = "leftover";

    private static final int NAME = 80;

    /** How each engine lists such things: names are not in it, they are other people's. */
    private static final Map<String, String> COMMANDS = Map.of(
            "volume-libvirt", "virsh vol-list --pool POOL --details",
            "volume-docker", "docker volume ls --filter dangling=true",
            "volume-lxd", "lxc storage volume list POOL type=custom",
            "untagged-image-docker", "docker image ls --filter dangling=true",
            "build-cache-docker", "docker buildx du",
            "cached-image-lxd", "lxc image list");

    private final LeftoverService leftovers;
    private @Nullable Leftovers shown;

    LeftoverTab(LeftoverService leftovers) {
        this.leftovers = leftovers;
        addClassName("column");
        refresh();
        LiveBinding.bind(this, leftovers::onChange, this::refresh);
    }

    private void refresh() {
        Leftovers now = leftovers.list();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        Paragraph meaning = new Paragraph(text("room.leftover.why"));
        meaning.addClassName("muted");
        add(meaning);
        if (now.found().isEmpty()) {
            add(new EmptyState(Icon.DISK, text("room.leftover.none"), text("room.leftover.none.why")));
        }
        for (Kind kind : Kind.values()) {
            List<Leftover> found =
                    now.found().stream().filter(one -> one.kind() == kind).toList();
            if (!found.isEmpty()) {
                add(panel(kind, found));
            }
        }
        now.engines().stream().filter(Asked::isSilent).map(LeftoverTab::asked).forEach(this::add);
    }

    private static Component panel(Kind kind, List<Leftover> found) {
        double total = found.stream()
                .mapToDouble(one -> one.size() == null ? 0 : one.size())
                .sum();
        boolean all = found.stream().allMatch(one -> one.size() != null);
        SmallTable table = new SmallTable(
                        text("room.leftover.name"), text("room.leftover.where"), text("room.leftover.size"))
                .numbersIn(2)
                .rows(found, LeftoverTab::row);
        Panel panel = new Panel(text("room.leftover." + key(kind)), table);
        Div ways = new Div();
        ways.addClassName("room-note");
        found.stream()
                .map(one -> one.engine().value().replaceAll("^.*-(libvirt|docker|lxd)(-\\d+)?$", "$1"))
                .distinct()
                .map(engine -> COMMANDS.get(key(kind) + "-" + engine))
                .filter(command -> command != null)
                .forEach(command -> ways.add(new Span(text("room.leftover.way")), new Code(command)));
        if (ways.getChildren().findAny().isPresent()) {
            panel.show(table, ways);
        }
        if (found.stream().allMatch(one -> one.size() == null)) {
            return panel.remark(text("room.unknown"));
        }
        String amount = Amount.bytes(total);
        return panel.remark(all ? amount : text("room.leftover.at-least", amount));
    }

    private static void row(SmallTable table, Leftover one) {
        String name = one.name().isEmpty() ? text("room.leftover." + key(one.kind())) : cut(one.name(), NAME);
        table.row(
                one.instance() == null ? SmallTable.words(name) : Links.to("instances/" + one.instance(), name),
                SmallTable.muted(
                        one.place().isEmpty()
                                ? one.engine().value()
                                : text("room.leftover.in", one.engine(), cut(one.place(), NAME))),
                SmallTable.number(one.size() == null ? text("room.unknown") : Amount.bytes(one.size())));
    }

    private static Component asked(Asked engine) {
        String reason = engine.reason();
        Paragraph words = new Paragraph(
                reason == null
                        ? text("room.leftover.asking", engine.engine())
                        : text("room.leftover.fault", engine.engine(), cut(reason, 200)));
        words.addClassName("muted");
        return words;
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
