package demo;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (Device device = Device.open();
                FloatArray x = device.floats(4);
                FloatArray y = device.floats(4)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            kernels.sigmoid(x, y);
            kernels.saxpy(Grid.of(4), 2f, x, y);
            System.out.println(y.get(0));
        }
    }
}
