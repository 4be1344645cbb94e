package dev.bulkhead.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/** A part of a list. */
record Page<T>(
        List<T> items,
        @Schema(description = "Which part, from 0") int page,

        @Schema(description = "How many items a part has at most")
        int size,

        @Schema(description = "How many items all parts together have")
        int total) {

    static final int LARGEST = 500;

    /** The asked part of all; empty beyond the end. */
    static <S, T> Page<T> of(List<S> all, int page, int size, Function<? super S, T> body) {
        int from = (int) Math.min((long) page * size, all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(all.subList(from, to).stream().map(body).toList(), page, size, all.size());
    }
}
