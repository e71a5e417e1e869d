namespace Neurotrade.Core.Ingestion;

/// <summary>How far the reading of a file or folder has come.</summary>
/// <param name="Bytes">Bytes taken from the disk; of packed files the packed ones.</param>
/// <param name="AllBytes">Bytes that there are; never fewer.</param>
/// <param name="Rows">Rows seen so far, refused ones too.</param>
public readonly record struct ReadingProgress(long Bytes, long AllBytes, long Rows);
