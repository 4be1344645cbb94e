package dev.bulkhead.operation;

import dev.bulkhead.access.Actor;
import dev.bulkhead.operation.audit.TestAudit;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** A process that has things done, says of each that its engine is being asked, and goes on until it is killed. Some never end. */
final class CrashedRun {

    private static final int HUNG = 7;

    private CrashedRun() {}

    static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[1]);
        DataSource database = TestOperations.database(folder);
        Operations operations = TestOperations.over(
                database, TestAudit.over(database, folder.resolve("audit.key")).trail(), 4);
        for (int i = first; ; i++) {
            int number = i;
            Operations.Request request =
                    new Operations.Request("start", "lab.g" + number, "g" + number, "engine-" + number);
            operations.submit(request, new Actor("ada"), () -> ask(number));
        }
    }

    private static void ask(int number) {
        System.out.println("asked lab.g" + number);
        if (number % HUNG == 0) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
