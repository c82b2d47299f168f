/** Tests of changes of many tasks over REST. */
@NullMarked
package tracker.bulk.rest;

import org.jspecify.annotations.NullMarked;
