/**
 * Labels with barcodes as pictures, for the demo and for tests: they stand for what a warehouse has
 * on its racks, totes, badges and goods. A program of its own.
 */
package io.bincard.labels;
