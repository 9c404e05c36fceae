package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a kernel keeps for its threadgroups is made once for each worker. */
class JvmArgumentsTest {
    private static final Supplier<Object> NEW = Object::new;

    private final JvmArguments arguments = new JvmArguments(
            new Object[0],
            new int[0],
            ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, 7));

    @Test
    void aWorkerGetsBackWhatItGave() {
        JvmArguments own = arguments.forWorker();
        Object made = own.borrow(NEW);
        own.giveBack(made);
        assertThat(own.borrow(NEW)).isSameAs(made);
        assertThat(own.borrow(NEW)).isNotSameAs(made);
        assertThat(own.intAt(0)).isEqualTo(7);
    }

    @Test
    void workersDoNotShareBeforeOneLeaves() {
        JvmArguments first = arguments.forWorker();
        JvmArguments second = arguments.forWorker();
        Object made = first.borrow(NEW);
        first.giveBack(made);
        assertThat(second.borrow(NEW)).isNotSameAs(made);
        first.leave();
        assertThat(second.borrow(NEW)).isSameAs(made);
        assertThat(first.borrow(NEW)).isNotSameAs(made);
    }

    @Test
    void anotherRunMakesItsOwn() {
        Object made = arguments.borrow(NEW);
        arguments.giveBack(made);
        assertThat(arguments.with(ByteBuffer.allocate(0)).borrow(NEW)).isNotSameAs(made);
        assertThat(arguments.borrow(NEW)).isSameAs(made);
    }
}
