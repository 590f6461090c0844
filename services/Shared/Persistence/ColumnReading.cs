using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Wenye.Persistence;

/// <summary>Reads a column of an entity as the database is to get it (读取列值): the property by the mapping's member, converted by its converter.</summary>
internal static class ColumnReading
{
    /// <summary>A function of the entity, typed by what is sent; of a value type, nullable where the column is.</summary>
    public static LambdaExpression Of(IProperty property)
    {
        var entity = Expression.Parameter(EntityOf(property.DeclaringType).ClrType, "entity");
        return Expression.Lambda(Member(entity, property, owner => Converted(owner, property)), entity);
    }

    private static ITypeBase EntityOf(ITypeBase type) => type is IComplexType complex ? EntityOf(complex.ComplexProperty.DeclaringType) : type;

    // A complex property that is not there has no columns: they are null.
    private static Expression Member(Expression entity, IPropertyBase property, Func<Expression, Expression> read)
    {
        Expression Read(Expression owner) => read(Expression.MakeMemberAccess(owner, property.GetMemberInfo(forMaterialization: false, forSet: false)));
        return property.DeclaringType is not IComplexType complex
            ? Read(entity)
            : Member(entity, complex.ComplexProperty, owner => complex.ComplexProperty.IsNullable ? IfThere(owner, Read) : Read(owner));
    }

    private static Expression Converted(Expression value, IProperty property)
    {
        if (property.GetRelationalTypeMapping().Converter is not { } converter)
        {
            return property.IsNullable ? AsNullable(value) : value;
        }

        Expression Convert(Expression given)
        {
            var convert = converter.ConvertToProviderExpression;
            return Expression.Invoke(convert, Expression.Convert(given, convert.Parameters[0].Type));
        }

        if (!property.IsNullable)
        {
            return Convert(value);
        }

        return CanBeNull(value.Type) ? IfThere(value, Convert) : AsNullable(Convert(value));
    }

    private static ConditionalExpression IfThere(Expression value, Func<Expression, Expression> read)
    {
        var result = AsNullable(read(value));
        return Expression.Condition(
            Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(null, result.Type), result);
    }

    private static Expression AsNullable(Expression value) =>
        CanBeNull(value.Type) ? value : Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type));

    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
