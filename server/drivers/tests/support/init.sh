#!/bin/busybox sh
# What a guest of the tests runs: see mod.rs.
/bin/busybox --install -s /bin
mount -t devtmpfs dev /dev
mount -t proc proc /proc
mount -t sysfs sys /sys
for module in virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci virtio_blk cdrom isofs; do
    insmod /modules/$module.ko
done
word=$(head -c 512 /dev/vda | head -n 1)
if [ -e /dev/vdb ] && mount -t iso9660 -o ro /dev/vdb /seed; then
    for file in /seed/*; do
        echo "seed ${file##*/}: $(tr '\n' ' ' <"$file")" >/dev/ttyS0
    done
fi
case $word in
polite*)
    insmod /modules/evdev.ko
    insmod /modules/button.ko
    button=$(sed -n '/Power Button/,/^$/s/.*\(event[0-9]*\).*/\1/p' /proc/bus/input/devices | head -n 1)
    ;;
esac
clear
echo "PORTICO GUEST $word"
echo "disk says: $word." >/dev/ttyS0
while :; do
    case $word in
    polite*) dd if="/dev/input/$button" bs=24 count=1 2>/dev/null && poweroff -f ;;
    esac
    sleep 1
done
