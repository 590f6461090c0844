namespace Wenye.WelfarePosts.Domain.Posts;

/// <summary>The kind of a post (岗位类别).</summary>
public enum PostKind
{
    /// <summary>城镇公益性岗位.</summary>
    Urban = 1,

    /// <summary>乡村公益性岗位.</summary>
    Rural,

    /// <summary>临时性城镇公益性岗位.</summary>
    UrbanTemporary,
}
