package tracker.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tracker.shared.Sql;

/** Copies the record out, some chains at a time, so that no length of it fills the memory. */
@Dependent
class Scribe {
  private static final int CHAINS = 50;
  private static final String END = "{\"end\": true}";

  private static final String ENTRY =
      "jsonb_build_object('prev', encode(c.prev_hash, 'hex'), 'hash', encode(c.hash, 'hex'),"
          + " 'sealed', journal.wording(c.id, c.entity, c.entity_id, c.scope, c.seq, c.actor_id,"
          + " c.operation_id, c.field, c.old, c.new, c.at))::text as line";

  // one statement, so that a chain and its head are of one moment
  private static final String CHAINS_AND_HEADS =
      "with part as materialized (select * from journal.head"
          + " where (entity_id, entity) > (?, ?) order by entity_id, entity limit ?)"
          + " select c.entity_id, c.entity, 0 as kind, c.seq, "
          + ENTRY
          + " from part p join journal.change c on c.entity_id = p.entity_id"
          + " and c.entity = p.entity"
          + " union all select p.entity_id, p.entity, 1, p.seq,"
          + " jsonb_build_object('head', jsonb_build_object('entity', p.entity, 'entity_id',"
          + " p.entity_id, 'seq', p.seq, 'hash', encode(p.hash, 'hex')))::text from part p"
          + " order by 1, 2, 3, 4";

  // somebody removed the head: the entries are told, and the verifier misses it
  private static final String WITHOUT_HEAD =
      "select "
          + ENTRY
          + " from journal.change c where not exists (select 1 from journal.head h"
          + " where h.entity_id = c.entity_id and h.entity = c.entity)"
          + " order by c.entity_id, c.entity, c.seq";

  private final Sql sql;

  @Inject
  Scribe(Sql sql) {
    this.sql = sql;
  }

  private record Line(Transcript.Place place, boolean head, String text) {}

  Transcript after(Transcript.Place place) {
    List<Line> found =
        sql.list(
            CHAINS_AND_HEADS,
            row ->
                new Line(
                    new Transcript.Place(
                        row.getObject("entity_id", UUID.class), row.getString("entity")),
                    row.getInt("kind") == 1,
                    row.getString("line")),
            place.entityId(),
            place.entity(),
            CHAINS);
    List<String> lines = new ArrayList<>(found.stream().map(Line::text).toList());
    if (found.stream().filter(Line::head).count() == CHAINS) {
      return new Transcript(lines, found.get(found.size() - 1).place());
    }
    lines.addAll(sql.list(WITHOUT_HEAD, row -> row.getString("line")));
    lines.add(END);
    return new Transcript(lines, null);
  }
}
