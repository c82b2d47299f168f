package tracker.project;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.journal.Journal;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** The members of projects. Whoever changes them has locked the project's row. */
@Dependent
class Members {
  private final Sql sql;
  private final Accounts accounts;
  private final Journal journal;

  @Inject
  Members(Sql sql, Accounts accounts, Journal journal) {
    this.sql = sql;
    this.accounts = accounts;
    this.journal = journal;
  }

  private record Row(UUID account, MemberRole role) {}

  /** All members, managers first, then by name. */
  List<MemberView> of(UUID project) {
    List<Row> rows =
        sql.list(
            "select account_id, role from task.member where project_id = ?",
            row ->
                new Row(row.getObject("account_id", UUID.class), MemberRole.of(row.getString(2))),
            project);
    Map<UUID, String> names = accounts.names(rows.stream().map(Row::account).toList());
    return rows.stream()
        .map(
            row -> new MemberView(row.account(), names.getOrDefault(row.account(), ""), row.role()))
        .sorted(
            Comparator.comparing(MemberView::role)
                .reversed()
                .thenComparing(member -> member.name().toLowerCase(Locale.ROOT))
                .thenComparing(MemberView::userId))
        .toList();
  }

  /** What an account is in a project. */
  Optional<MemberRole> role(UUID project, UUID account) {
    return sql.first(
        "select role from task.member where project_id = ? and account_id = ?",
        row -> MemberRole.of(row.getString(1)),
        project,
        account);
  }

  /** Gives an account a role, or takes it away; records what really changed. */
  void put(Project project, UUID account, @Nullable MemberRole role) {
    MemberRole old = role(project.id(), account).orElse(null);
    if (old == role) {
      return;
    }
    if (old == MemberRole.MANAGER && !hasOtherManager(project.id(), account)) {
      throw Problem.of(ProjectProblem.LAST_MANAGER);
    }
    if (role == null) {
      sql.change(
          "delete from task.member where project_id = ? and account_id = ?", project.id(), account);
    } else {
      sql.change(
          "insert into task.member (project_id, account_id, role) values (?, ?, ?)"
              + " on conflict (project_id, account_id) do update set role = excluded.role",
          project.id(),
          account,
          role);
    }
    journal.record(List.of(project.member(account, old, role)));
  }

  private boolean hasOtherManager(UUID project, UUID account) {
    return sql.first(
            "select true from task.member where project_id = ? and account_id <> ?"
                + " and role = 'manager' limit 1",
            row -> true,
            project,
            account)
        .isPresent();
  }
}
