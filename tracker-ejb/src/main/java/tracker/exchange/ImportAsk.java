package tracker.exchange;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param project key or id of the project that its tasks go to
 * @param columns what columns mean, each as {@code name:field}; a minus as the field leaves one out
 * @param charset its encoding where the sender says it
 */
public record ImportAsk(
    @Nullable String project, List<String> columns, @Nullable Charset charset) {}
