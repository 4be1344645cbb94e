package dev.bulkhead.architecture.broken.host.ui;

class StartsThread {
    void start() {
        Thread.ofVirtual().start(() -> {});
    }
}
