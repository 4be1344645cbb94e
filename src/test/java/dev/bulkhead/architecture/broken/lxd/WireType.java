package dev.bulkhead.architecture.broken.lxd;

public record WireType(String json) {}
