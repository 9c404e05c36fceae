package dev.smelt.examples.gallery.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.examples.gallery.finance.BlackScholes.Contract;
import dev.smelt.examples.gallery.finance.BlackScholes.Worth;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;

class BlackScholesTest {
    private static final float RATE = 0.02f;
    private static final float VOLATILITY = 0.3f;

    @EachDevice
    void agreesWithAnIntegral(Device device) {
        int count = 203;
        float[] spots = Inputs.floats(count, 5, 30, 23);
        float[] strikes = Inputs.floats(count, 1, 100, 24);
        float[] years = Inputs.floats(count, 0.25, 10, 25);
        Contract[] contracts = new Contract[count];
        for (int i = 0; i < count; i++) {
            contracts[i] = new Contract(spots[i], strikes[i], years[i]);
        }
        Worth[] worths = BlackScholesKernels.load(device).worth(contracts, RATE, VOLATILITY);
        for (int i = 0; i < count; i++) {
            double call = call(spots[i], strikes[i], years[i]);
            // Parity of puts and calls.
            double put = call - spots[i] + strikes[i] * Math.exp(-RATE * years[i]);
            // The distribution is off by 7.5e-8 and some roundings, times the price of the stock and that agreed upon;
            // an error in d1 and d2, relatively 1e-6, moves it by as much at most.
            double bound = (spots[i] + strikes[i]) * (7.5e-8 + 2e-6);
            assertThat((double) worths[i].call()).as("call %d", i).isCloseTo(call, within(bound));
            assertThat((double) worths[i].put()).as("put %d", i).isCloseTo(put, within(bound));
        }
    }

    /** What a call pays on average, by Simpson's rule over the normal distribution: no formula of Black and Scholes. */
    private static double call(double spot, double strike, double years) {
        double deviation = VOLATILITY * Math.sqrt(years);
        double drift = (RATE - 0.5 * VOLATILITY * VOLATILITY) * years;
        // It pays from here on; below, the integrand is zero, and a kink would spoil the rule.
        double from = Math.max((Math.log(strike / spot) - drift) / deviation, -12);
        double to = Math.max(from, 0) + 14;
        int intervals = 4_000;
        double h = (to - from) / intervals;
        double sum = 0;
        for (int k = 0; k <= intervals; k++) {
            double z = from + k * h;
            double payoff = Math.max(spot * Math.exp(drift + deviation * z) - strike, 0);
            double weight = k == 0 || k == intervals ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * payoff * Math.exp(-0.5 * z * z);
        }
        return Math.exp(-RATE * years) * sum * h / 3 / Math.sqrt(2 * Math.PI);
    }
}
