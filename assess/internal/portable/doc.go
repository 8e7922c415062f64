// Package portable has the elementary functions, distributions and random numbers that scoring and its uncertainty need, with the
// same bits on every architecture.
//
// The standard library's Exp and Log are assembly on some architectures and Go on others, and a compiler may fuse a multiplication
// and an addition; either moves the last bit. Here are only additions, multiplications, divisions and square roots, each rounded on its
// own.
package portable
