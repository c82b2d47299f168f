package tracker.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
  private static final int RED = 0xffff0000;

  /** The beginning of a photo with another part before Exif, and another tag before ours. */
  private static byte[] photo(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24).order(order);
    tiff.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010f).putShort((short) 2).putInt(1).putInt(0);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    ByteBuffer jpeg = ByteBuffer.allocate(200);
    jpeg.putShort((short) 0xffd8);
    jpeg.putShort((short) 0xffe0).putShort((short) 4).putShort((short) 0);
    jpeg.putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
    jpeg.putInt(0x45786966).putShort((short) 0).put(tiff.array());
    return Arrays.copyOf(jpeg.array(), jpeg.position());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_photo_says_how_it_was_held(int orientation) {
    assertEquals(orientation, Orientation.of(photo(orientation, ByteOrder.BIG_ENDIAN)));
    assertEquals(orientation, Orientation.of(photo(orientation, ByteOrder.LITTLE_ENDIAN)));
  }

  @Test
  void what_says_nothing_or_nonsense_is_upright() {
    assertEquals(1, Orientation.of(new byte[0]));
    assertEquals(1, Orientation.of("no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertEquals(1, Orientation.of(photo(9, ByteOrder.BIG_ENDIAN)));
    byte[] whole = photo(6, ByteOrder.BIG_ENDIAN);
    for (int length = 0; length < whole.length - 4; length++) {
      assertEquals(1, Orientation.of(Arrays.copyOf(whole, length)), "cut off at " + length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 2, 0, 0", "2, 3, 2, 2, 0", "3, 3, 2, 2, 1", "4, 3, 2, 0, 1",
    "5, 2, 3, 0, 0", "6, 2, 3, 1, 0", "7, 2, 3, 1, 2", "8, 2, 3, 0, 2"
  })
  void its_first_corner_comes_to_the_right_place(
      int orientation, int width, int height, int x, int y) {
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, RED);
    BufferedImage upright = Orientation.upright(picture, orientation);
    assertEquals(width, upright.getWidth());
    assertEquals(height, upright.getHeight());
    assertEquals(RED, upright.getRGB(x, y));
  }
}
