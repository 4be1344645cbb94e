package dev.bulkhead.architecture.broken.host;

import com.github.dockerjava.api.DockerClient;

class UsesDocker {
    DockerClient client;
}
