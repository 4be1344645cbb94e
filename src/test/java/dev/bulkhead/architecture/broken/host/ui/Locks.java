package dev.bulkhead.architecture.broken.host.ui;

class Locks {
    private int count;

    void increment() {
        synchronized (this) {
            count++;
        }
    }
}
