package tracker.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;

/**
 * What the product is measured on: 50 users, 20 projects with all of them, 30 tags, 100,000 tasks
 * with two tags each, 100,000 comments and 100,000 recorded changes. People, projects and tags come
 * by REST, the many rows by SQL.
 */
final class Seeds {
  static final int PEOPLE = 50;
  static final int PROJECTS = 20;
  static final int TAGS = 30;
  static final int TASKS = 100_000;

  /** Each word of a title is in so many tasks. */
  static final int OF_A_WORD = 25;

  private static final int PART = 5_000;

  final List<Person> people = new ArrayList<>();
  final List<String> tags = new ArrayList<>();

  Seeds(Product product) {
    Rest any = Rest.of(product);
    Person admin = People.login(any, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD);
    Rest boss = any.as(admin.access());
    for (int i = 0; i < PEOPLE; i++) {
      String email = "load" + i + "@gerask.test";
      boss.post(
              "/api/users",
              Map.of("email", email, "password", People.PASSWORD, "name", "Person " + i))
          .is(201);
      people.add(People.login(any, email, People.PASSWORD));
    }
    for (int i = 0; i < PROJECTS; i++) {
      boss.post("/api/projects", Map.of("key", key(i), "name", "Load " + i)).is(201);
    }
    for (int i = 0; i < TAGS; i++) {
      tags.add("tag" + i);
      boss.post("/api/tags", Map.of("name", "tag" + i)).is(201);
    }
    fill(Database.of(product));
  }

  static String key(int project) {
    return "L" + (char) ('A' + project);
  }

  /** A word that {@link #OF_A_WORD} titles have. */
  static String word(int number) {
    StringBuilder word = new StringBuilder("quer");
    for (int n = number + 1; n > 0; n /= 20) {
      word.append((char) ('a' + n % 20));
    }
    return word.append("um").toString();
  }

  private static void fill(Database database) {
    database.change(
        "insert into task.member (project_id, account_id, role)"
            + " select p.id, a.id, 'member' from task.project p, auth.account a"
            + " where p.key like 'L_' and a.email like 'load%' on conflict do nothing");
    database.change("create schema load");
    database.change("create table load.word (n int primary key, word text)");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < TASKS / OF_A_WORD; i++) {
      words.append(i == 0 ? "" : ",").append("(" + i + ",'" + word(i) + "')");
    }
    database.change("insert into load.word values " + words);
    database.change(
        "insert into task.task (id, project_id, space, number, title, description, status,"
            + " priority, due_at, assignee_id, type, rank, created_by, created_at, updated_at)"
            + " select gen_random_uuid(), p.id, p.key, g.n, 'Order ' || w.word || ' for room ' || g.n,"
            + " 'Позвонить поставщику и договориться о доставке, счёт номер ' || g.n,"
            + " (array['todo', 'in_progress', 'done', 'canceled'])[1 + g.n % 4], g.n % 3,"
            + " case when g.n % 5 > 0 then now() + (g.n - 2500) * interval '1 hour' end,"
            + " a.id, 'task', replace(gen_random_uuid()::text, '-', '') || 'i', a.id,"
            + " now() - g.n * interval '10 minutes', now() - g.n * interval '1 minute'"
            + " from (select *, row_number() over (order by key) - 1 as place from task.project"
            + " where key like 'L_') p cross join generate_series(1, ?) as g (n)"
            + " join load.word w on w.n = (p.place * ? + g.n) % ?"
            + " join (select id, row_number() over (order by email) - 1 as place"
            + " from auth.account where email like 'load%') a on a.place = (g.n * 7 + p.place) % ?",
        TASKS / PROJECTS, TASKS / PROJECTS, TASKS / OF_A_WORD, PEOPLE);
    database.change(
        "update task.project set last_number = ? where key like 'L_'", TASKS / PROJECTS);
    database.change(
        "insert into task.task_tag (task_id, tag_id) select t.id, g.id from task.task t"
            + " join (select id, row_number() over (order by name) - 1 as place from task.tag) g"
            + " on g.place in (t.number % ?, (t.number + 1 + t.number / 30 % 28) % ?)"
            + " on conflict do nothing",
        TAGS, TAGS);
    database.change(
        "insert into comment.comment (id, task_id, created_by, body, created_at, updated_at)"
            + " select gen_random_uuid(), id, created_by, 'Готово к проверке, see also ' || key,"
            + " updated_at, updated_at from task.task where space like 'L_'");
    for (int from = 1; from <= TASKS / PROJECTS; from += PART / PROJECTS) {
      part(database, from, from + PART / PROJECTS);
    }
    for (String table :
        List.of(
            "task.task",
            "task.task_tag",
            "comment.comment",
            "journal.change",
            "journal.head",
            "search.document",
            "search.word")) {
      database.change("vacuum analyze " + table);
    }
  }

  private static void part(Database database, int from, int to) {
    database.change(
        "select journal.record(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'entity',"
            + " 'task', 'entity_id', id, 'scope', project_id, 'field', 'status', 'old', 'todo',"
            + " 'new', status)), min(created_by::text)::uuid, gen_random_uuid(), now())"
            + " from task.task where space like 'L_' and number >= ? and number < ?",
        from,
        to);
    database.change(
        "select search.renew(array(select id from task.task where space like 'L_'"
            + " and number >= ? and number < ? union all select c.id from comment.comment c"
            + " join task.task t on t.id = c.task_id where t.space like 'L_'"
            + " and t.number >= ? and t.number < ?))",
        from,
        to,
        from,
        to);
  }
}
