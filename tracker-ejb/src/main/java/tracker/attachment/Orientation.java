package tracker.attachment;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a photo is: cameras keep pictures as they were held, and say in the Exif tag
 * Orientation how to turn them (CIPA DC-008, 4.6.4).
 */
final class Orientation {
  /** How much of a file is looked at: the tag stands in one of its first parts. */
  static final int HEAD = 64 << 10;

  private static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final int START = 0xffd8;
  private static final int EXIF = 0xffe1;
  private static final int PICTURE = 0xffda;

  private Orientation() {}

  /** 1 to 8 as in the tag; 1 where a file says nothing of it. */
  static int of(byte[] head) {
    try {
      ByteBuffer jpeg = ByteBuffer.wrap(head);
      if (word(jpeg) != START) {
        return UPRIGHT;
      }
      for (int marker = word(jpeg); marker > 0xff00 && marker != PICTURE; marker = word(jpeg)) {
        int end = jpeg.position() + word(jpeg);
        if (marker == EXIF && jpeg.getInt() == 0x45786966) {
          return ofTiff(jpeg.position(jpeg.position() + 2).slice());
        }
        jpeg.position(end);
      }
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // cut off or broken: shown as it is
    }
    return UPRIGHT;
  }

  private static int ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.position(tiff.getInt(4));
    for (int left = word(tiff); left > 0; left--) {
      int at = tiff.position();
      if (word(tiff) == TAG) {
        int said = tiff.getShort(at + 8);
        return said >= 1 && said <= 8 ? said : UPRIGHT;
      }
      tiff.position(at + 12);
    }
    return UPRIGHT;
  }

  private static int word(ByteBuffer bytes) {
    return Short.toUnsignedInt(bytes.getShort());
  }

  /** The picture turned upright. */
  static BufferedImage upright(BufferedImage picture, int orientation) {
    if (orientation == UPRIGHT) {
      return picture;
    }
    int w = picture.getWidth();
    int h = picture.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    boolean lying = orientation >= 5;
    BufferedImage turned =
        new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = turned.createGraphics();
    pen.drawImage(picture, turn, null);
    pen.dispose();
    return turned;
  }
}
