package dev.smelt.examples.gallery.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class AesTest {
    @EachDevice
    void encryptsAsTheJdkDoes(Device device) throws GeneralSecurityException {
        byte[] key = Inputs.bytes(Aes.BLOCK, 51);
        byte[] text = Inputs.bytes(5_003, 52);
        long nonce = 0xfedcba9876543210L;
        // Blocks later it goes over to the upper half.
        long counter = 0xffffff00L;
        byte[] keys = new byte[Aes.BLOCK * (Aes.ROUNDS + 1)];
        byte[] result = new byte[text.length];
        AesKernels kernels = AesKernels.load(device);
        kernels.expand(Grid.of(1), key, keys);
        kernels.crypt(Grid.of((text.length + Aes.BLOCK - 1) / Aes.BLOCK), text, result, keys, nonce, counter);

        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        byte[] start = ByteBuffer.allocate(16).putLong(nonce).putLong(counter).array();
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
        assertThat(result).containsExactly(cipher.doFinal(text));
    }
}
