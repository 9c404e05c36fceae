package dev.smelt.examples.fourier;

/**
 * How well values agree with a reference.
 *
 * @param cosine cosine of the angle between the two as vectors: 1 if they agree
 * @param largestError largest absolute difference of an element
 * @param largestValue largest magnitude in the reference, to judge the error by
 */
record Agreement(double cosine, double largestError, double largestValue) {
    /** Compares values with a reference of the same length that is not all zero. */
    static Agreement of(float[] values, double[] reference) {
        double dot = 0;
        double valuesSquared = 0;
        double referenceSquared = 0;
        double largestError = 0;
        double largestValue = 0;
        for (int i = 0; i < reference.length; i++) {
            dot += values[i] * reference[i];
            valuesSquared += (double) values[i] * values[i];
            referenceSquared += reference[i] * reference[i];
            largestError = Math.max(largestError, Math.abs(values[i] - reference[i]));
            largestValue = Math.max(largestValue, Math.abs(reference[i]));
        }
        double cosine = dot / (Math.sqrt(valuesSquared) * Math.sqrt(referenceSquared));
        return new Agreement(cosine, largestError, largestValue);
    }
}
