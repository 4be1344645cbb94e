package dev.bulkhead.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.MonitorInstruction;

/** Neither synchronized methods nor blocks. ArchUnit does not see blocks, so the byte code is read for them. */
final class LockNothing extends ArchCondition<JavaClass> {

    LockNothing() {
        super("lock nothing");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean locks = type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                || hasBlock(type);
        if (locks) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is synchronized somewhere"));
        }
    }

    private static boolean hasBlock(JavaClass type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = LockNothing.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("No class file " + file);
            }
            ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
            return model.methods().stream()
                    .flatMap(method -> method.code().stream())
                    .flatMap(code -> code.elementStream())
                    .anyMatch(MonitorInstruction.class::isInstance);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
