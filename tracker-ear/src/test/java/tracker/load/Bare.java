package tracker.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.harness.Database;
import tracker.harness.Product;

/** The least SQL for the same work, by pgbench on a copy of the tasks: what nothing can beat. */
final class Bare {
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "W1",
              """
              \\set p random(0, 19)
              begin;
              with made as (insert into load.task (id, project_id, space, number, title, status,
                priority, type, rank, created_by, created_at, updated_at)
                select gen_random_uuid(), id, key, nextval('load.number'), 'New', 'todo', 1, 'task',
                'i', created_by, now(), now() from load.project where place = :p returning id)
              insert into load.task_tag select made.id, g.id from made,
                (select id from task.tag limit 2) g;
              commit;
              """,
          "W2",
              """
              \\set p random(65, 84)
              \\set n random(1, 5000)
              select * from load.task where key = 'L' || chr(:p) || '-' || :n;
              """,
          "W3",
              """
              \\set a random(0, 49)
              select t.* from load.task t join load.person a on a.place = :a and
                t.assignee_id = a.id where t.status = 'todo' and t.deleted_at is null
                order by t.created_at desc, t.id desc limit 50;
              select count(*) from load.task t join load.person a on a.place = :a and
                t.assignee_id = a.id where t.status = 'todo' and t.deleted_at is null;
              """,
          "W4",
              """
              \\set p random(65, 84)
              \\set n random(1, 5000)
              \\set s random(1, 4)
              update load.task set status = (array['todo', 'in_progress', 'done', 'canceled'])[:s],
                updated_at = now(), version = version + 1
                where key = 'L' || chr(:p) || '-' || :n;
              """,
          "W5",
              """
              \\set n random(0, 3999)
              select d.task_id, ts_rank(d.words, to_tsquery('simple', w.word)) as rank
                from load.word w join search.document d
                on d.words @@ to_tsquery('simple', w.word || ':*') where w.n = :n
                order by rank desc limit 25;
              """);
  private static final Map<String, Integer> MIX = Map.of("W2", 70, "W3", 15, "W4", 10, "W1", 5);
  private static final Pattern DONE =
      Pattern.compile("number of transactions actually processed: (\\d+)");

  private final Product product;
  private final Path folder;

  Bare(Product product) throws IOException {
    this.product = product;
    this.folder = Files.createDirectories(Product.target().resolve("load"));
    Database database = Database.of(product);
    database.change("create table load.task (like task.task including all)");
    String columns =
        String.join(
            ", ",
            database.column(
                "select attname::text from pg_attribute where attrelid = 'task.task'::regclass"
                    + " and attnum > 0 and not attisdropped and attgenerated = ''"));
    database.change(
        "insert into load.task (" + columns + ") select " + columns + " from task.task");
    database.change("create table load.task_tag (like task.task_tag including all)");
    database.change("create sequence load.number start 1000000");
    database.change(
        "create table load.project as select row_number() over (order by key) - 1 as place, *"
            + " from task.project where key like 'L_'");
    database.change(
        "create table load.person as select row_number() over (order by email) - 1 as place, id"
            + " from auth.account where email like 'load%'");
    database.change("create unique index on load.person (place)");
    database.change("vacuum analyze load.task");
    database.change("analyze load.person");
    for (Map.Entry<String, String> one : SCRIPTS.entrySet()) {
      Files.writeString(folder.resolve(one.getKey() + ".sql"), one.getValue());
    }
  }

  /** Whether pgbench is there: it comes with Debian's postgresql. */
  static boolean isThere() {
    try {
      return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Milliseconds of processor that the database takes for one. */
  double cost(String work, int seconds) throws IOException, InterruptedException {
    Database database = Database.of(product);
    List<String> command =
        new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-c", "8", "-j", "1", "-T"));
    command.add(Integer.toString(seconds));
    command.addAll(
        List.of("-h", "127.0.0.1", "-p", Integer.toString(database.port()), "-U", "postgres"));
    if (work.equals("W6")) {
      MIX.forEach((one, weight) -> command.add("-f" + folder.resolve(one + ".sql@" + weight)));
    } else {
      command.add("-f" + folder.resolve(work + ".sql"));
    }
    command.add("gerask");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database.password());
    Processor before = Processor.of(product);
    Process run = builder.start();
    String said = new String(run.getInputStream().readAllBytes());
    run.waitFor();
    Matcher done = DONE.matcher(said);
    if (!done.find()) {
      throw new IOException(said);
    }
    return Processor.of(product).since(before).databaseMs() / Long.parseLong(done.group(1));
  }
}
