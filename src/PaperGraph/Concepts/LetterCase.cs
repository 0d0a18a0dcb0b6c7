using System.Collections.Frozen;

namespace PaperGraph.Concepts;

/// <summary>Decides which words of a name lose their capitals.</summary>
/// <remarks>
/// Case tells two names apart only where the small letters could be a word: <c>MAMBA</c> and <c>Mamba</c>, <c>GloVe</c> and <c>glove</c>. So a short name of
/// capitals that can be spoken keeps them (inner capitals become all capitals, as people write <c>SoTA</c> and <c>SOTA</c>); <c>LSTM</c> can be written
/// <c>lstm</c>, and so can anything with a number (<c>LLaMA-2</c>, <c>Llama 2</c>).
/// </remarks>
internal static class LetterCase
{
    private const int LongestAcronym = 6;
    private const int LongestMixed = 5;

    /// <summary>Names that can be spoken and are written in any case for the same thing.</summary>
    private static readonly FrozenSet<string> s_anyCase = FrozenSet.ToFrozenSet(
    [
        "ai", "api", "apis", "ade", "aibo", "albert", "asic", "auc", "auroc", "bert", "bibtex", "bleu", "bleurt", "celeba", "cifar", "coco", "covid", "cpu", "cuda", "dof",
        "ehr", "elmo", "elu", "euroc", "fov", "fpga", "gan", "gelu", "gpu", "gui", "idf", "iid", "imu", "inria", "iot", "iou", "json", "kitti", "kuka",
        "ladar", "lasso", "latex", "lego", "lenet", "lidar", "llama", "llava", "matlab", "miou", "mse", "nao", "nasa", "nlos", "nuscenes", "nvidia",
        "npu", "pascal", "pomdp", "ppo", "qlora", "qa", "radar", "ransac", "reid", "relu", "resnet", "rgb", "roc", "roi", "ros", "selu", "sgd", "silu", "slam", "sonar",
        "sota", "squad", "swiglu", "thumos", "tpu", "tsne", "uav", "ui", "unet", "url", "usa", "vae", "vicon", "vqa", "wifi", "xai", "yolo",
    ], StringComparer.Ordinal);

    public static void Decide(List<KeyWord> words)
    {
        bool shouted = IsShouted(words);
        for (int i = 0; i < words.Count; i++)
        {
            KeyWord word = words[i];
            Decide(ref word, shouted, i + 1 < words.Count && words[i + 1].IsNumber);
            words[i] = word;
        }
    }

    private static void Decide(ref KeyWord word, bool shouted, bool hasNumber)
    {
        string text = word.Text;
        int upper = 0, lower = 0, other = 0, inner = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsUpper(text[i]))
            {
                upper++;
                inner += i > 0 ? 1 : 0;
            }
            else if (char.IsLetter(text[i]))
            {
                lower++;
            }
            else
            {
                other++;
            }
        }

        bool plural = upper >= 2 && lower > 0 && text[^1] == 's' && char.IsUpper(text[^2]);
        string name = plural ? text[..^1] : text;
        lower -= plural ? 1 : 0;
        word.IsCapital = text.Length == 1 && upper == 1;
        word.IsAcronym = !shouted && upper >= 2 && lower == 0 && other == 0;
        word.IsName |= !shouted && (inner > 0 || (other > 0 && upper > 0));
        string small = name.ToLowerInvariant();
        word.Text = small;
        if (shouted || hasNumber || inner == 0 || other > 0 || name.Length > (word.IsAcronym ? LongestAcronym : LongestMixed)
            || !CanBeSpoken(small) || s_anyCase.Contains(small) || (small.EndsWith("net", StringComparison.Ordinal) && small.Length > 3))
        {
            return;
        }

        if (char.IsUpper(name[0]))
        {
            word.Text = name.ToUpperInvariant();
            word.KeepsCase = true;
        }
        else if (lower == 1)
        {
            // mAP is neither MAP nor map.
            word.Text = name;
            word.KeepsCase = true;
        }
    }

    /// <summary>A heading in capitals: its words are words, not names.</summary>
    private static bool IsShouted(List<KeyWord> words)
    {
        bool longWord = false;
        foreach (KeyWord word in words)
        {
            foreach (char character in word.Text)
            {
                if (char.IsLower(character))
                {
                    return false;
                }
            }

            longWord |= word.Text.Length > LongestAcronym;
        }

        return longWord && words.Count > 1;
    }

    private static bool CanBeSpoken(string small) => small.AsSpan().IndexOfAny("aeiou") >= 0;
}
