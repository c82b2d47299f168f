package tracker.exchange;

import org.jspecify.annotations.Nullable;

/** What a file is answered with: what became of it where that was done at once, else the job. */
public record ImportAnswer(@Nullable ImportResult result, @Nullable LongImport job) {}
