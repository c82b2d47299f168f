package tracker.parcel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tracker.identity.Newcomer;
import tracker.shared.Sql;

/**
 * The people whom a project names.
 *
 * @param told as the document tells of them, in the order in which they first did something
 * @param refs their references by the text of their account's id, in the same order
 */
record People(List<Newcomer> told, Map<String, String> refs) {
  /** Reads them. Only administrators give e-mails away, by which people are known elsewhere. */
  static People of(Sql sql, UUID project, boolean emails) {
    List<Newcomer> told = new ArrayList<>();
    Map<String, String> refs = new LinkedHashMap<>();
    sql.walk(
        Packing.PART,
        Rows.PEOPLE,
        row -> {
          UUID id = row.getObject("id", UUID.class);
          String email = emails ? row.getString("email") : null;
          String ref = "p" + (refs.size() + 1);
          refs.put(id.toString(), ref);
          return new Newcomer(
              ref,
              row.getString("name"),
              email,
              email == null ? id : null,
              row.getBoolean("removed"));
        },
        told::addAll,
        project);
    return new People(told, refs);
  }

  /** Accounts in the order of their references, which is the same in every instance. */
  Comparator<UUID> order() {
    return Comparator.comparing(
            (UUID account) -> refs.getOrDefault(account.toString(), "").length())
        .thenComparing(account -> refs.getOrDefault(account.toString(), ""));
  }
}
