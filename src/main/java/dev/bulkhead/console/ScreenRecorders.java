package dev.bulkhead.console;

import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Makes recorders of screens, each with a way to connections of its own. */
@Component
class ScreenRecorders {

    private final ConsoleOpener opener;
    private final ScreenCapture capture;

    ScreenRecorders(ConsoleOpener opener, ScreenCapture capture) {
        this.opener = opener;
        this.capture = capture;
    }

    Recorder recorder(ScreenRoom room, OutputStream file) {
        return new ScreenRecorder(() -> opener.open(room.instance, room.request), capture, file);
    }
}
