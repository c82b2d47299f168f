package tracker.filter;

import tracker.query.Query;

/** Those who are asked queries. A bean of this type is found by itself. */
public interface Sense {
  /** Refuses a query that means nothing to the caller: 422 for the field {@code q}. */
  void check(Query query);
}
