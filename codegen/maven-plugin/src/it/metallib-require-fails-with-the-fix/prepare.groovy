// A script in the place of xcrun. Copying has cost it its mode.
assert new File(basedir, "bin/xcrun").setExecutable(true)
return true
