package dev.bulkhead.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the test class once for each kind of database that Bulkhead can keep its data in; {@link TestDatabase} gives it its turn's. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OnEachDatabase.Turns.class)
public @interface OnEachDatabase {

    /** One after the other. */
    final class Turns implements ClassTemplateInvocationContextProvider {

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
                ExtensionContext context) {
            return Arrays.stream(TestDatabase.values()).map(Turn::new);
        }
    }

    /** All tests of the class, on one. */
    record Turn(TestDatabase database) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return database.name();
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            TestDatabase.begin(database);
            context.getStore(ExtensionContext.Namespace.create(Turn.class))
                    .put(database, (AutoCloseable) TestDatabase::end);
        }
    }
}
