package dev.bulkhead.engine.fake;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Instances;
import java.util.List;
import java.util.Optional;

/** What a {@link FakeEngine} lists and does; each action leads to its state at once. */
final class FakeInstances implements Instances {

    private final FakeBackend backend;

    FakeInstances(FakeBackend backend) {
        this.backend = backend;
    }

    @Override
    public List<Instance> list() {
        backend.answer();
        return backend.guests();
    }

    @Override
    public Optional<Instance> find(String localId) {
        backend.answer();
        return backend.guest(localId);
    }

    @Override
    public void perform(String localId, Action action) {
        backend.answer();
        synchronized (backend) {
            Instance guest = backend.existing(localId);
            if (!guest.actions().contains(action)) {
                throw backend.failure(ErrorKind.CONFLICT, action + " is not possible while it is " + guest.state());
            }
            switch (action) {
                case START, RESUME -> backend.enter(localId, InstanceState.RUNNING);
                case SHUTDOWN, POWER_OFF -> backend.enter(localId, InstanceState.STOPPED);
                case PAUSE -> backend.enter(localId, InstanceState.PAUSED);
                case RESTART, RESET -> backend.replace(localId, FakeGuests.restarted(guest), "restarted");
                case DELETE, DELETE_WITH_DISKS -> backend.remove(localId);
            }
        }
    }
}
