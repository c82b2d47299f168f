/** Pictures over REST. */
@org.jspecify.annotations.NullMarked
package tracker.image.rest;
