package dev.bulkhead.console.gateway;

import dev.bulkhead.console.ConsoleSession;
import dev.bulkhead.console.TerminalSeat;
import dev.bulkhead.engine.TerminalSize;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The subprotocol {@code bulkhead.tty.v1}. Binary messages carry the terminal's bytes, both ways; text messages carry control as JSON.
 *
 * <pre>
 * from the viewer
 *   {"type":"resize","columns":120,"rows":40}      the terminal's size, from who holds control
 *   {"type":"ack","position":65536}                all output before this position is on the screen; 512 KiB may follow it
 *   {"type":"pause"}  {"type":"resume"}            no output for a while
 *   {"type":"signal","name":"INT"}                 to the process
 *   {"type":"control","want":"ask"}                control, please
 *   {"type":"control","want":"give","to":"…"}      hand it to that viewer
 * to the viewer
 *   {"type":"hello",…,"position":0}                first of all: what this is, the position of the byte that comes
 *                                                  next, and (live) where what was said before ends
 *   {"type":"missed","bytes":10,"position":20}     you were too slow: so many bytes are left out before this position
 *   {"type":"taken","position":300}                so many bytes of yours has the guest taken; keep 64 KiB under way at most
 *   {"type":"resize","columns":120,"rows":40}      somebody else's size is the terminal's
 *   {"type":"presence","viewers":[…],"holder":"…"} who is there and who types
 *   {"type":"exit","code":0,"reason":"…"}          the end; without a code where there is none
 * </pre>
 *
 * Positions count output bytes since the console was opened. The same samples are checked here and in the page's
 * {@code tty-protocol.ts}.
 */
final class TtyFrames {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TtyFrames() {}

    /** What a viewer may say. */
    sealed interface Order {
        record Resize(TerminalSize size) implements Order {}

        record Ack(long position) implements Order {}

        record Pause(boolean wanted) implements Order {}

        record Signal(String name) implements Order {}

        record Ask() implements Order {}

        record Give(String to) implements Order {}
    }

    /**
     * Reads a text message.
     *
     * @return empty for a type that a later version may have
     * @throws IllegalArgumentException when it is none of ours
     */
    static Optional<Order> read(String message) {
        JsonNode node;
        try {
            node = JSON.readTree(message);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("A control message is a JSON object", malformed);
        }
        return switch (text(node, "type")) {
            case "resize" ->
                Optional.of(new Order.Resize(new TerminalSize(whole(node, "columns"), whole(node, "rows"))));
            case "ack" -> Optional.of(new Order.Ack(position(node)));
            case "pause" -> Optional.of(new Order.Pause(true));
            case "resume" -> Optional.of(new Order.Pause(false));
            case "signal" -> Optional.of(new Order.Signal(signal(text(node, "name"))));
            case "control" -> control(node);
            default -> Optional.empty();
        };
    }

    private static Optional<Order> control(JsonNode node) {
        return switch (text(node, "want")) {
            case "ask", "take" -> Optional.of(new Order.Ask());
            case "give" -> Optional.of(new Order.Give(text(node, "to")));
            default -> throw new IllegalArgumentException("What is wanted is ask, give or take");
        };
    }

    private static String signal(String name) {
        if (!name.matches("[A-Z0-9]{1,10}")) {
            throw new IllegalArgumentException("A signal has a name as INT or TERM");
        }
        return name;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("A control message has a text \"" + field + "\"");
        }
        return value.stringValue();
    }

    private static JsonNode number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("A control message has a whole number \"" + field + "\"");
        }
        return value;
    }

    private static long position(JsonNode node) {
        long position = number(node, "position").asLong();
        if (position < 0) {
            throw new IllegalArgumentException("A position is not negative");
        }
        return position;
    }

    /** Whatever number it is: the size that is made of it brings it into bounds. */
    private static int whole(JsonNode node, String field) {
        return (int) Math.clamp(number(node, field).asLong(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static String hello(TerminalSeat seat) {
        ConsoleSession session = seat.session();
        ObjectNode frame = frame("hello");
        frame.put("console", session.id().toString());
        frame.put("viewer", seat.viewerId().toString());
        frame.put("kind", lower(session.kind()));
        frame.put("mode", seat.mayControl() ? "control" : "view");
        frame.put("position", seat.position());
        frame.put("live", seat.live());
        frame.put("columns", seat.size().columns());
        frame.put("rows", seat.size().rows());
        frame.put("label", session.label());
        return frame.toString();
    }

    static String missed(long bytes, long position) {
        return frame("missed").put("bytes", bytes).put("position", position).toString();
    }

    static String taken(long position) {
        return frame("taken").put("position", position).toString();
    }

    static String resized(TerminalSize size) {
        return frame("resize")
                .put("columns", size.columns())
                .put("rows", size.rows())
                .toString();
    }

    static String presence(ConsoleSession session) {
        ObjectNode frame = frame("presence");
        ArrayNode viewers = frame.putArray("viewers");
        for (ConsoleSession.Participant viewer : session.viewers()) {
            viewers.addObject()
                    .put("id", viewer.id().toString())
                    .put("name", viewer.name())
                    .put("mode", lower(viewer.mode()))
                    .put("since", viewer.since().toString())
                    .put("asks", viewer.asks());
        }
        if (session.holder() != null) {
            frame.put("holder", session.holder().toString());
        }
        return frame.toString();
    }

    static String exit(OptionalInt code, String reason) {
        ObjectNode frame = frame("exit");
        code.ifPresent(value -> frame.put("code", value));
        return frame.put("reason", reason).toString();
    }

    private static ObjectNode frame(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
