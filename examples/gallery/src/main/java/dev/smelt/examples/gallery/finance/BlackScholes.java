package dev.smelt.examples.gallery.finance;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.Uniform;

/** European options by the formula of F. Black and M. Scholes (1973): a map kernel from records to records. */
final class BlackScholes {
    /** An option: the price of the stock, the price agreed upon, and the years until then. */
    record Contract(float spot, float strike, float years) {}

    /** What the right to buy and the right to sell are worth. */
    record Worth(float call, float put) {}

    private BlackScholes() {}

    @Kernel
    static Worth worth(Contract contract, @Uniform float rate, @Uniform float volatility) {
        float deviation = volatility * sqrt(contract.years());
        float drift = (rate + 0.5f * volatility * volatility) * contract.years();
        float d1 = (log(contract.spot() / contract.strike()) + drift) / deviation;
        float d2 = d1 - deviation;
        float discounted = contract.strike() * exp(-rate * contract.years());
        float call = contract.spot() * normal(d1) - discounted * normal(d2);
        float put = discounted * normal(-d2) - contract.spot() * normal(-d1);
        return new Worth(call, put);
    }

    /** The normal distribution, to 7.5e-8; Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
    @SuppressWarnings("FloatingPointLiteralPrecision") // the digits are the book's
    static float normal(float x) {
        float t = 1f / (1f + 0.2316419f * abs(x));
        float series =
                t * (0.319381530f + t * (-0.356563782f + t * (1.781477937f + t * (-1.821255978f + t * 1.330274429f))));
        float tail = 0.3989422804f * exp(-0.5f * x * x) * series;
        return x >= 0f ? 1f - tail : tail;
    }
}
