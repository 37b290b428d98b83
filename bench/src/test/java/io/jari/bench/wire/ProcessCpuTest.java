package io.jari.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.wire.ProcessCpu.Watched;
import org.junit.jupiter.api.Test;

class ProcessCpuTest {

    @Test
    void processesAreNamedAloneOrWithTheirDescendants() {
        var cpu = ProcessCpu.parse("server:12,postgres:34+");

        assertThat(cpu.processes())
                .containsEntry("server", new Watched(12, false))
                .containsEntry("postgres", new Watched(34, true))
                .containsKey("generator");
    }

    @Test
    void whatIsGoneUsesNothing() {
        assertThat(ProcessCpu.parse("gone:999999999").seconds()).containsEntry("gone", 0.0);
    }
}
