package postgres

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// storedXZ wraps data in an xz stream without compressing it. The standard library has no writer for the format, and a
// test must not need a tool.
func storedXZ(data []byte) []byte {
	const flags = "\x00\x01" // the check is CRC-32
	var out bytes.Buffer
	out.WriteString("\xfd7zXZ\x00" + flags)
	out.Write(crc([]byte(flags)))

	header := []byte{2, 0, 0x21, 1, 0x16, 0, 0, 0} // 12 bytes long, one filter: LZMA2 with a dictionary of 8 MiB
	start := out.Len()
	out.Write(append(header, crc(header)...))
	control := byte(1) // a stored chunk that resets the dictionary
	for rest := data; len(rest) > 0; control = 2 {
		n := min(len(rest), 1<<16)
		out.Write([]byte{control, byte((n - 1) >> 8), byte((n - 1) & 0xff)})
		out.Write(rest[:n])
		rest = rest[n:]
	}
	out.WriteByte(0)
	unpadded := len(out.Bytes()[start:]) + 4
	pad(&out, start)
	out.Write(crc(data))

	index := bytes.NewBuffer([]byte{0, 1})
	index.Write(binary.AppendUvarint(nil, uint64(unpadded)))
	index.Write(binary.AppendUvarint(nil, uint64(len(data))))
	pad(index, 0)
	index.Write(crc(index.Bytes()))
	out.Write(index.Bytes())

	footer := binary.LittleEndian.AppendUint32(nil, uint32(index.Len()/4-1)) //nolint:gosec // a few bytes
	footer = append(footer, flags...)
	out.Write(crc(footer))
	out.Write(footer)
	out.WriteString("YZ")
	return out.Bytes()
}

func crc(b []byte) []byte { return binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(b)) }

// pad fills up to a multiple of four from start.
func pad(b *bytes.Buffer, start int) {
	for (b.Len()-start)%4 != 0 {
		b.WriteByte(0)
	}
}
