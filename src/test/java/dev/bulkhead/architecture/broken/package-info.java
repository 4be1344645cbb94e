/** Examples that break the rules of the house, one each, so that every rule is seen to fail. */
package dev.bulkhead.architecture.broken;
