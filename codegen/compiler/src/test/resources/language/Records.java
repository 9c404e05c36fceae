package demo;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.*;

/** Records: in arrays, as uniforms, nested, with methods, with a compact constructor. */
final class Records {
    /** A particle whose charge is limited when it is made. */
    record Particle(float mass, int charge, Float3 place) {
        Particle {
            if (charge > 50) {
                charge = 50;
            }
        }

        static Particle at(float x) {
            return new Particle(x, (int) x, new Float3(x, x, x));
        }

        float sum() {
            return mass + this.charge + place.x() + charge();
        }

        Particle twice() {
            return new Particle(2 * mass, 2 * charge, place.mul(2f));
        }

        float with(Particle other) {
            return sum() + other.sum();
        }

        /** Like a function of MSL, and not it. */
        float length() {
            return place.y();
        }

        float longest() {
            return length() > mass ? length() : mass;
        }
    }

    record Tagged(Particle particle, Half half, boolean flag, long number, byte small, short medium) {
        public boolean flag() {
            return flag;
        }
    }

    private Records() {}

    @Kernel
    static void change(Particle[] in, Particle[] out, @ThreadPositionInGrid int i) {
        Particle p = in[i];
        out[i] = p.charge() % 2 == 0 ? p.twice() : Particle.at(p.sum());
    }

    @Kernel
    static Particle scaled(Particle p, @Uniform float k) {
        return new Particle(p.mass() * k, p.charge(), p.place().add(k));
    }

    @Kernel
    static void nested(Tagged[] tagged, Tagged uniform, @ThreadPositionInGrid int i) {
        Tagged t = tagged[i];
        tagged[i] = new Tagged(
                t.particle().twice(),
                Half.of(t.half().floatValue() + uniform.half().floatValue()),
                !t.flag(),
                t.number() + uniform.number,
                (byte) (t.small() + uniform.small()),
                (short) (t.medium() * 2));
    }

    @Kernel
    static float together(Particle a, Particle b) {
        Particle lighter = a.mass() < b.mass() ? a : b;
        return a.with(lighter) + lighter.place.y() + a.longest();
    }

    /** The order in which components are computed shows. */
    @Kernel
    static void inOrder(int[] numbers, Particle[] out, @ThreadPositionInGrid int i) {
        int k = i;
        out[i] = new Particle(k++, numbers[k] = k++, new Float3(k++, k, numbers[k]));
    }
}
