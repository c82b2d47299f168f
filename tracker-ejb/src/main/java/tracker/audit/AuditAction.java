package tracker.audit;

import java.util.Locale;

/** What was done, by the fields that stand for a whole thing in the record. */
public enum AuditAction {
  CREATED("c.field in ('created', 'imported')"),
  CHANGED("c.field not in ('created', 'imported', 'deleted', 'restored')"),
  DELETED("c.field in ('deleted', 'restored') and c.field = 'deleted'"),
  RESTORED("c.field in ('deleted', 'restored') and c.field = 'restored'");

  private final String condition;

  AuditAction(String condition) {
    this.condition = condition;
  }

  /** The condition for an entry {@code c}, in the words of its index. */
  String condition() {
    return condition;
  }

  /** Its public name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an entry with this field tells of. */
  static AuditAction of(String field) {
    return switch (field) {
      case "created", "imported" -> CREATED;
      case "deleted" -> DELETED;
      case "restored" -> RESTORED;
      default -> CHANGED;
    };
  }
}
