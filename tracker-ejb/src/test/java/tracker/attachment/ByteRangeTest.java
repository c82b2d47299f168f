package tracker.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Problem;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 9",
    "bytes=0-, 0, 99",
    "bytes=90-200, 90, 99",
    "bytes=99-99, 99, 99",
    "bytes=-10, 90, 99",
    "bytes=-1000, 0, 99",
    "bytes = 5 - 6, 5, 6"
  })
  void one_part_is_given(String header, long from, long to) {
    assertEquals(new ByteRange(from, to), ByteRange.of(header, 100).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=", "bytes=-", "bytes=9-5", "lines=1-2", "bytes=0-1,5-6", "bytes=a-b"})
  void what_makes_no_sense_or_several_parts_is_the_whole_file(String header) {
    assertEquals(true, ByteRange.of(header, 100).isEmpty());
    assertEquals(true, ByteRange.of(null, 100).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void what_lies_behind_the_end_is_refused(String header) {
    Problem refused = assertThrows(Problem.class, () -> ByteRange.of(header, 100));
    assertEquals(AttachmentProblem.RANGE_NOT_SATISFIABLE, refused.code());
  }

  @Test
  void of_an_empty_file_there_is_no_part() {
    assertThrows(Problem.class, () -> ByteRange.of("bytes=0-", 0));
  }
}
