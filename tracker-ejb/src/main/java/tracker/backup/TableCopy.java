package tracker.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Rows of a table as PostgreSQL's COPY writes and reads them: a row is a line. */
final class TableCopy {
  private static final int PIECE = 1 << 16;

  private final CopyManager copies;

  TableCopy(Connection connection) throws SQLException {
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Writes all rows and gives their sum. */
  RowSum out(Catalog.Table table, OutputStream out) throws SQLException, IOException {
    RowSum sum = new RowSum();
    CopyOut copy = copies.copyOut("copy " + table.name() + " (" + table.columns() + ") to stdout");
    try {
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        sum.add(row, 0, row.length);
        out.write(row);
      }
      return sum;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Reads all rows into the table and gives their sum. */
  RowSum in(Catalog.Table table, InputStream in) throws SQLException, IOException {
    RowSum sum = new RowSum();
    CopyIn copy = copies.copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin");
    try {
      // a row may be longer than any piece
      byte[] row = new byte[PIECE];
      int length = 0;
      try (InputStream buffered = new BufferedInputStream(in, PIECE)) {
        for (int one = buffered.read(); one >= 0; one = buffered.read()) {
          if (length == row.length) {
            row = Arrays.copyOf(row, row.length * 2);
          }
          row[length++] = (byte) one;
          if (one == '\n') {
            sum.add(row, 0, length);
            copy.writeToCopy(row, 0, length);
            length = 0;
          }
        }
      }
      if (length > 0) {
        throw new IOException("the last row ends early");
      }
      copy.endCopy();
      return sum;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
