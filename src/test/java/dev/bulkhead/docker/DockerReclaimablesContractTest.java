package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Reclaimable.Kind;
import dev.bulkhead.engine.contract.Backstage;
import dev.bulkhead.engine.contract.ReclaimablesContract;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import org.junit.jupiter.api.Test;

final class DockerReclaimablesContractTest extends ReclaimablesContract {

    private final DockerDaemon docker = TestEngines.docker();

    @Override
    protected Backstage backstage() {
        return new DockerBackstage(docker);
    }

    @Override
    protected void makeVolume(String name) {
        docker.docker("volume", "create", name);
    }

    /** Docker removes volumes without a name with their container only, so this one stays. */
    @Override
    protected String makeUser(String volume) {
        return made(docker.docker("create", "--volume", volume + ":/data", DockerDaemon.IMAGE, "true")
                .strip());
    }

    @Override
    protected void removeVolume(String name) {
        docker.docker("volume", "rm", "--force", name);
    }

    @Test
    void anImageWithoutANameIsListedUntilItHasOne() {
        String guest = makeGuest();
        docker.docker("exec", guest, "sh", "-c", "head -c 300000 /dev/urandom > /large");
        String image = docker.docker("commit", guest).strip();
        try {
            assertThat(leftOver(image)).isPresent().get().satisfies(left -> {
                assertThat(left.kind()).isEqualTo(Kind.UNTAGGED_IMAGE);
                assertThat(left.size().bytes()).as("what is its own").isBetween(300_000L, 400_000L);
            });
            docker.docker("tag", image, "named:again");
            assertThat(leftOver(image)).isEmpty();
        } finally {
            docker.docker("rmi", "--force", image);
        }
    }
}
