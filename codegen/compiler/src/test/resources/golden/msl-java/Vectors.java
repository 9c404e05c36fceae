package demo;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.*;

final class Vectors {
    static boolean inside(Float3 p, Float3 low, Float3 high) {
        return p.x() >= low.x() && p.y() >= low.y() && p.z() >= low.z()
                && p.x() < high.x() && p.y() < high.y() && p.z() < high.z();
    }

    @Kernel
    static void step(Float3[] positions, Float3[] velocities, Float3 low, Float3 high, float dt, @ThreadPositionInGrid int i) {
        if (i >= positions.length) {
            return;
        }
        Float3 next = positions[i].add(velocities[i].mul(dt));
        if (inside(next, low, high)) {
            positions[i] = next;
        } else {
            velocities[i] = velocities[i].neg();
        }
    }

    @Kernel
    static float energy(Float3 velocity, @Uniform float mass) {
        return 0.5f * mass * dot(velocity, velocity);
    }

    @Kernel
    static Float4 transform(Float4 v, @Uniform Float4x4 matrix, @Uniform float bias) {
        return matrix.mul(v).add(bias).wzyx();
    }

    @Kernel
    static Int2 grid(Int2 p, @Uniform Int2 size) {
        return new Int2(Math.floorMod(p.x(), size.x()), p.y() + 1).mul(2);
    }
}
