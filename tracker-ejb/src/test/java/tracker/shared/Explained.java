package tracker.shared;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements and keeps the plan of each. */
public final class Explained extends Sql {
  private final List<String> plans = new ArrayList<>();

  public Explained(DataSource source) {
    super(source);
  }

  /** The plans so far, in the order of their statements; to be cleared by who reads them. */
  public List<String> plans() {
    return plans;
  }

  @Override
  public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... args) {
    plans.add(String.join("\n", super.list("explain " + sql, row -> row.getString(1), args)));
    return super.list(sql, reader, args);
  }
}
